import { defineConfig } from 'dashpack';
import { aiTradingCore } from './src/dashboards/ai-trading-core/pack.js';
import { claire } from './src/dashboards/claire/pack.js';
import { peakTrade } from './src/dashboards/peak-trade/pack.js';
import { promLocal9092 } from './src/datasources/peak-trade/datasources.js';

export default defineConfig({ packs: [peakTrade, aiTradingCore, claire], defaultDatasource: promLocal9092 });

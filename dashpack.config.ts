import { defineConfig } from 'dashpack';
import { aiTradingCore } from './src/packs/ai-trading-core.js';
import { claire } from './src/packs/claire.js';
import { peakTrade } from './src/packs/peak-trade.js';
import { promLocal9092 } from './src/datasources/peak-trade/datasources.js';

export default defineConfig({ packs: [peakTrade, aiTradingCore, claire], defaultDatasource: promLocal9092 });

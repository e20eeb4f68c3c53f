import { defineConfig } from 'dashpack';
import { peakTrade } from './src/dashboards/peak-trade/pack.js';

export default defineConfig({ packs: [peakTrade] });

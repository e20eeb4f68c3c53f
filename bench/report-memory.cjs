// Loaded before a benchmarked script: writes its peak memory, in KiB, when it ends.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify({ maxRSS: process.resourceUsage().maxRSS }));
});

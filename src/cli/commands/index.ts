import type { Command } from '../command.js';
import { auditCommand } from './audit/command.js';
import { buildCommand } from './build/command.js';
import { checkCommand } from './check/command.js';
import { diffCommand } from './diff/command.js';
import { devCommand } from './dev/command.js';
import { doctorCommand } from './doctor/command.js';
import { explainCommand } from './explain/command.js';
import { exporterCommand } from './exporter/command.js';
import { lintCommand } from './lint/command.js';
import { proveCommand } from './prove/command.js';
import { simulateCommand } from './simulate/command.js';
import { snapshotCommand } from './snapshot/command.js';
import { verifyCommand } from './verify/command.js';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  buildCommand,
  checkCommand,
  lintCommand,
  explainCommand,
  diffCommand,
  auditCommand,
  verifyCommand,
  doctorCommand,
  simulateCommand,
  proveCommand,
  devCommand,
  snapshotCommand,
  exporterCommand,
];

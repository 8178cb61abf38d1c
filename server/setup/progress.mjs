/**
 * Runs the steps of setting up: one timed line each, and their own words only when they fail. The lines go
 * to standard error, so that what a program answers on standard output stays its own.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, wherever it was called from. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A step went wrong; `message` says which, and what it said. */
export class StepFailed extends Error {}

/**
 * @param {string} what As a person would say it: "Installing packages".
 * @param {string[]} command Program and arguments.
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `quiet` leaves out the line, not the failure.
 * @returns {Promise<string>} What the step wrote.
 */
export async function step(what, command, { env = {}, quiet = false } = {}) {
  const began = performance.now();
  if (!quiet) process.stderr.write(`${what} … `);
  const { code, said } = await run(command, env);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (!quiet) process.stderr.write(code === 0 ? `${seconds} s\n` : "failed\n");
  if (code !== 0) throw new StepFailed(`${what} failed (exit ${code}) after ${seconds} s:\n${said.trim()}`);
  return said;
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} env Added to our own.
 * @returns {Promise<{ code: number | null, said: string }>}
 */
export function run([program = "", ...args], env = {}) {
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", (error) => resolve({ code: 127, said: String(error) }));
    child.once("close", (code) => resolve({ code, said }));
  });
}

/**
 * A program that an installed package brings, run by this very Node: no shell, the same on every system.
 * @param {string} script Path inside node_modules.
 * @param {...string} args
 */
export function packaged(script, ...args) {
  return [process.execPath, path.join(ROOT, "node_modules", script), ...args];
}

/**
 * Says what went wrong in words, and ends.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  console.error(error instanceof StepFailed ? error.message : error);
  process.exit(1);
}

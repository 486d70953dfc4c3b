module.exports = {
  globalSetup: './jestSandbox.mjs',
  globalTeardown: './jestSandboxEnd.mjs',
  testMatch: ['**/jestDefault.test.js'],
  transformIgnorePatterns: ['/node_modules/(?!wandb-run-ops/)'],
}

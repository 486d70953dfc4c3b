// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default () => globalThis.sandbox.close()

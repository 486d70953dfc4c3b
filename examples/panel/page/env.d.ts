interface ImportMetaEnv {
  readonly PANEL_PROJECT: string
  readonly PANEL_KEY: string
  readonly PANEL_SERVER: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}

/** Where a repository keeps its settings. */
export const SETTINGS_PATH = '.github/mge.yml';

// Opens the application whose folder is the first argument, as Electron's own default app does.
const { app } = require('electron');
const path = require('node:path');

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = require(path.join(folder, 'package.json'));
app.setAppPath(folder);
app.name = manifest.productName ?? manifest.name;
app.setVersion?.(manifest.version);
app.getVersion = () => manifest.version;
process.defaultApp = true;
require(path.join(folder, manifest.main ?? 'index.js'));

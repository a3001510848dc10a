// Strapi loads a local plugin's server from JavaScript only, and skips a .ts entry silently.
module.exports = require('../../../dist/src/plugins/publishing/server').default;

'use strict';

module.exports = {
  graphql: { config: { shadowCRUD: true, maxLimit: 100 } },
};

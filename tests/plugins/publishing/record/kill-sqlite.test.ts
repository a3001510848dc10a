import { killsLeaveRowsAndLogAgreeing, seededRandom } from '../../../support/kills';

killsLeaveRowsAndLogAgreeing('SQLite', seededRandom(1));

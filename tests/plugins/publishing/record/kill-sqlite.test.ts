import { killsLeaveRowsAndLogAgreeing } from '../../../support/kills';

killsLeaveRowsAndLogAgreeing('SQLite');

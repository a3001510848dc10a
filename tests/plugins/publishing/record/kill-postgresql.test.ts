import { databaseKinds } from '../../../support/hub';
import { killsLeaveRowsAndLogAgreeing, seededRandom } from '../../../support/kills';

if (databaseKinds.includes('PostgreSQL')) {
  killsLeaveRowsAndLogAgreeing('PostgreSQL', seededRandom(2));
} else {
  it.todo('needs PostgreSQL on this machine');
}

import { databaseKinds } from '../../../support/hub';
import { killsLeaveRowsAndLogAgreeing } from '../../../support/kills';

if (databaseKinds.includes('PostgreSQL')) {
  killsLeaveRowsAndLogAgreeing('PostgreSQL');
} else {
  it.todo('needs PostgreSQL on this machine');
}

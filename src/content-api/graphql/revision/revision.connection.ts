import { connectionType } from '../connection/connection.type';
import { Revision } from './revision.type';

export const RevisionConnection = connectionType('Revision', () => Revision);

/** The next step where files on disk are not what is generated. */
export const buildFirst = 'run dashpack build, and commit what it writes';

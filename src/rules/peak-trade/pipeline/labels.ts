/** What every alert on the pipeline carries. */
export const pipelineLabels = { component: 'pipeline' } as const;

/** The labels of every alert on the pipeline. */
export const pipelineLabels = { component: 'pipeline' } as const;

import { z } from 'zod';
import { labelsShape, sampleShape } from './sample.js';

const histogram = z.tuple([z.number(), z.unknown()]).readonly();

/** The result of a query. A sample of a native histogram stands apart: it has no single value. */
const resultShape = z.discriminatedUnion('resultType', [
  z.object({
    resultType: z.literal('vector'),
    result: z.array(
      z.object({ metric: labelsShape, value: sampleShape.optional(), histogram: histogram.optional() }).readonly(),
    ),
  }),
  z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z
        .object({
          metric: labelsShape,
          values: z.array(sampleShape).readonly().optional(),
          histograms: z.array(histogram).readonly().optional(),
        })
        .readonly(),
    ),
  }),
  z.object({ resultType: z.literal('scalar'), result: sampleShape }),
  z.object({ resultType: z.literal('string'), result: sampleShape }),
]);

/** The result of a query. */
export type QueryResult = z.infer<typeof resultShape>;

/** The cost of a query as the server says it, where it was asked and knows. */
const statsShape = z
  .object({ samples: z.object({ totalQueryableSamples: z.number().optional() }).readonly().optional() })
  .readonly();

/** The data of an answer to a query. */
export const queryDataShape = resultShape.and(z.object({ stats: statsShape.optional() }));

/** The result of a query, and the samples that the server read for it, where it says so. */
export interface QueryAnswer {
  readonly result: QueryResult;
  readonly samples: number | undefined;
}

/** Makes an answer of the data. */
export function queryAnswer(data: z.infer<typeof queryDataShape>): QueryAnswer {
  return { result: data, samples: data.stats?.samples?.totalQueryableSamples };
}

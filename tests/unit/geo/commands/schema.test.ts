import { describe, expect, it } from 'vitest';
import { incidentJsonSchema, run } from '../../../../geo/commands/schema.ts';
import { UsageError } from '../../../../geo/model/errors.ts';
import { incidentsLayer } from '../../../../geo/layers/incidents.ts';
import { incidentsCsv, nothingComputed, sourceText } from '../layers/source-text.ts';
import { createIo } from './call.ts';

interface ObjectSchema {
  type: string;
  additionalProperties: boolean;
  required: string[];
  properties: Record<string, ObjectSchema & { enum?: string[]; format?: string }>;
}
const schema = incidentJsonSchema() as unknown as ObjectSchema & { $schema: string };

async function printed(args: string[]): Promise<string[]> {
  const { io, out } = createIo();
  await run(args, io);
  return out;
}

describe('geo schema', () => {
  it('demands exactly what an incident of the layer has', () => {
    const sources = {
      incidents: incidentsCsv({}),
      actors: sourceText('actors.csv'),
      apart: 'id,claim,by,killed,counts\n',
    };
    const [incident] = incidentsLayer(sources, nothingComputed).features;
    const { properties } = schema.properties;
    expect(schema.required.toSorted()).toEqual(Object.keys(incident).toSorted());
    expect(properties.required.toSorted()).toEqual(Object.keys(incident.properties).toSorted());
    expect([schema.additionalProperties, properties.additionalProperties]).toEqual([false, false]);
  });

  it('says that days are dates and which types there are', () => {
    const { start, type } = schema.properties.properties.properties;
    expect(start).toMatchObject({ type: 'string', format: 'date' });
    expect(type.enum).toHaveLength(15);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it('prints JSON, on one line when asked, and knows no other words', async () => {
    expect(JSON.parse((await printed([])).join('\n'))).toEqual(schema);
    const [line, ...more] = await printed(['--json']);
    expect([JSON.parse(line), more, line.includes('\n')]).toEqual([schema, [], false]);
    await expect(async () => printed(['incident'])).rejects.toThrow(UsageError);
    await expect(async () => printed(['--yaml'])).rejects.toThrow(UsageError);
  });
});

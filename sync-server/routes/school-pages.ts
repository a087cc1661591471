import type { FastifyInstance } from 'fastify';
import { languageOf, sendPage } from '../http/browser-pages.ts';
import type { PublicSchools } from '../school/public-schools.ts';
import { schoolPage, schoolsPage } from '../portal/school-pages.ts';

interface PageRequest {
  readonly Params: { readonly code: string };
  readonly Querystring: { readonly language?: string };
}

/**
 * `GET /` and `GET /scuola/:code`: where the address and the code of each letter lead (S11). Nobody is signed in; they show what stands on
 * the school's letters anyway. A school that is alone on its server answers at both.
 */
export function schoolPageRoutes(app: FastifyInstance, schools: PublicSchools): void {
  app.get<PageRequest>('/', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOf(request);
    const all = await schools.all();
    const [only, ...others] = all === 'tooMany' ? [] : all;
    const isAlone = only !== undefined && others.length === 0;
    return await sendPage(reply, isAlone ? schoolPage(language, only) : schoolsPage(language, all));
  });

  app.get<PageRequest>('/scuola/:code', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOf(request);
    const school = await schools.named(request.params.code);
    if (school) return await sendPage(reply, schoolPage(language, school));
    return await sendPage(reply, schoolsPage(language, await schools.all(), true), 404);
  });
}

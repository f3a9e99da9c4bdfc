import { Converter } from "typedoc";

/** Modules are called as the packages that people install, and not after their folders. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? [])
      module.name = module.name.replace(/^(?:packages\/)?([^/]+)\/src(?:\/index)?$/, "@cxmetrics/$1");
  });
}

-- Each variant of each unit, with all that its manifest says, what is excluded among it; and how many lines are its own.
SELECT variant.repository AS repository, variant.day AS day, variant.assembly AS assembly, variant.project AS project, variant.id AS id, variant.name AS name, variant.kind AS kind, variant.test AS test,
    variant.path AS path, variant.startLine AS startLine, variant.endLine AS endLine, unit.lines AS lines, variant.digest AS digest,
    variant.size AS size, variant.parts AS parts, variant.due AS due, variant.isInBaseline AS baseline, variant.excluded AS excluded,
    variant.suppressed AS suppressed, variant.justification AS justification, variant.origin AS origin, variant.isAIMade AS aiMade,
    variant.tools AS tools, variant.providers AS providers, variant.models AS models, variant."level" AS "level",
    variant.annotations AS annotations, variant.review AS review, variant.reviewsRequired AS reviewsRequired,
    variant.reviews AS reviews, variant.policy AS policy, variant.evidence AS evidence, variant.contested AS contested,
    variant.isContradicted AS contradicted, variant.training AS training, variant.findings AS findings,
    variant.frameworks AS frameworks
FROM variant LEFT JOIN unit USING (place, id)
WHERE variant.isCurrent;

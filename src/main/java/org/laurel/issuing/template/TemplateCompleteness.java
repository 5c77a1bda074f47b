package org.laurel.issuing.template;

import java.util.List;
import org.laurel.issuing.completeness.Lacks;
import org.laurel.issuing.template.MicroCredentialTemplate.AwardRule;
import org.laurel.issuing.template.MicroCredentialTemplate.Criterion;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.shared.problem.Violation;

/** Says all that a draft lacks before it can be reviewed, in the words of the template; pure. */
public final class TemplateCompleteness {

    private TemplateCompleteness() {}

    /** All that is missing, by JSON Pointer from the draft on. */
    public static List<Violation> lacks(MicroCredentialTemplate draft) {
        Lacks lacks = new Lacks();
        lacks.text("/summary", "The summary", draft.summary(), 40)
                .text("/competency", "The competency statement", draft.competency(), 20)
                .text("/keyMethod", "The key method", draft.keyMethod(), 10)
                .atLeast(2, "/methodComponents", "The method components", draft.methodComponents())
                .text("/rationale", "The supporting rationale", draft.rationale(), 50)
                .citations(2, "/research", "The research", draft.research())
                .there("/audience", "The audience", draft.audience())
                .atLeast(1, "/parts", "The submission requirements", draft.parts())
                .there("/awardRule", "The award rule", draft.awardRule());
        audience(draft, lacks);
        for (int i = 0; i < draft.parts().size(); i++) {
            part("/parts/" + i, i + 1, draft.parts().get(i), lacks);
        }
        if (draft.awardRule() != null) {
            rule(draft, draft.awardRule(), lacks);
        }
        return lacks.all();
    }

    private static void audience(MicroCredentialTemplate draft, Lacks lacks) {
        if (draft.audience() != null) {
            lacks.text("/audience/description", "Who earns it", draft.audience().description(), 3)
                    .atLeast(
                            1,
                            "/audience/grades",
                            "The grades",
                            draft.audience().grades())
                    .atLeast(
                            1,
                            "/audience/subjects",
                            "The subjects",
                            draft.audience().subjects())
                    .there(
                            "/audience/estimatedHours",
                            "The estimated hours",
                            draft.audience().estimatedHours());
        }
    }

    private static void part(String place, int number, Part part, Lacks lacks) {
        String name = "Part " + number;
        lacks.text(place + "/title", "The title of part " + number, part.title(), 1)
                .text(place + "/guidance", "The guidance of part " + number, part.guidance(), 20)
                .atLeast(1, place + "/criteria", "The rubric of part " + number, part.criteria());
        if (part.wordLimit() == null && part.fileTypes().isEmpty()) {
            lacks.add(
                    place + "/wordLimit", name + " takes neither a text nor a file: give a word limit, or file types.");
        }
        for (int i = 0; i < part.criteria().size(); i++) {
            criterion(place + "/criteria/" + i, name, part.criteria().get(i), lacks);
        }
    }

    private static void criterion(String place, String part, Criterion criterion, Lacks lacks) {
        String name = part + ", criterion \"" + criterion.name() + "\"";
        lacks.atLeast(2, place + "/levels", name + ": levels", criterion.levels());
        for (int i = 0; i < criterion.levels().size(); i++) {
            lacks.text(
                    place + "/levels/" + i + "/description",
                    name + ": what level \"" + criterion.levels().get(i).name() + "\" looks like",
                    criterion.levels().get(i).description(),
                    5);
        }
        if (criterion.levels().stream().noneMatch(level -> level.id().equals(criterion.passes()))) {
            lacks.add(place + "/passes", name + " does not say which of its levels passes.");
        }
    }

    private static void rule(MicroCredentialTemplate draft, AwardRule rule, Lacks lacks) {
        for (int i = 0; i < rule.parts().size(); i++) {
            String named = rule.parts().get(i);
            if (draft.parts().stream().noneMatch(part -> part.id().equals(named))) {
                lacks.add("/awardRule/parts/" + i, "The award rule names a part \"" + named + "\" that is not there.");
            }
        }
        if (rule.parts().isEmpty() && rule.least() == null) {
            lacks.add("/awardRule/parts", "The award rule names no part and no number of parts.");
        }
        if (rule.least() != null
                && (rule.least() < 1 || rule.least() > draft.parts().size())) {
            lacks.add(
                    "/awardRule/least",
                    "The award rule asks for " + rule.least() + " of "
                            + draft.parts().size() + " parts.");
        }
    }
}

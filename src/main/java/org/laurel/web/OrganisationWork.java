package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.catalogue.Organisations;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.programme.ProgrammeEditions;
import org.laurel.issuing.programme.ScreeningRubric;
import org.laurel.shared.origin.BaseUrl;

/** What an organisation does beside issuing, as its page shows it. */
@Singleton
class OrganisationWork {
    private final Organisations organisations;
    private final ProgrammeEditions editions;
    private final BaseUrl base;

    OrganisationWork(Organisations organisations, ProgrammeEditions editions, BaseUrl base) {
        this.organisations = organisations;
        this.editions = editions;
        this.base = base;
    }

    /**
     * What it does.
     *
     * @param rubric by which the programme screens; null for everybody else
     * @param endorsed what it endorses of its own accord
     */
    record Done(ProgrammeEditions.@Nullable Edition<ScreeningRubric> rubric, List<Endorsed> endorsed) {}

    /**
     * Something that it endorses.
     *
     * @param name what it is called, else its IRI
     * @param page where it is shown; null when it is not ours
     * @param url of the signed credential that says so, percent-encoded
     */
    record Endorsed(String name, @Nullable String page, String url) {}

    /** Looks it up. What the programme endorses stands in the registry and the catalogue. */
    Uni<Done> of(Issuer issuer) {
        if (issuer.kind() == OrganisationKind.PROGRAMME) {
            return editions.screeningRubric().map(rubric -> new Done(rubric, List.of()));
        }
        return organisations
                .endorsedBy(issuer.number())
                .map(all -> new Done(null, all.stream().map(this::endorsed).toList()));
    }

    private Endorsed endorsed(Organisations.Endorsed one) {
        return new Endorsed(
                one.name() == null ? one.subject() : one.name(),
                one.page(),
                SharePage.encoded(base.endorsement(one.endorsement())));
    }
}

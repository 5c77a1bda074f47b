package org.laurel.finding.figures;

import io.smallrye.mutiny.Uni;

/** How organisations assess, in figures; planted evidence counts in none of what educators handed in. */
interface Figures {

    /** Those of an organisation as they are now. */
    Uni<IssuerFigures> of(int issuerNo);
}

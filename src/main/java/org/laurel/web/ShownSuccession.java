package org.laurel.web;

import java.util.ArrayList;
import java.util.List;
import org.laurel.issuing.award.Succession;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;

/**
 * A badge that took the place of the one on the page, or whose place that one took.
 *
 * @param text which of them, and how
 * @param link its page
 */
record ShownSuccession(String text, String link) {

    /** Newer ones first. */
    static List<ShownSuccession> of(Succession succession, BaseUrl base, Wording words) {
        List<ShownSuccession> shown = new ArrayList<>();
        Succession.Link newer = succession.replacedBy();
        if (newer != null) {
            shown.add(new ShownSuccession(
                    words.text("share.replacedBy." + newer.kind()), base.credential(newer.credentialId())));
        }
        Succession.Link older = succession.replaces();
        if (older != null) {
            shown.add(new ShownSuccession(
                    words.text("share.replaces." + older.kind()), base.credential(older.credentialId())));
        }
        return shown;
    }
}

package org.laurel.web;

import org.jspecify.annotations.Nullable;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;

/**
 * Something that is said today of an organisation or a micro-credential.
 *
 * @param text in words
 * @param url of the signed credential that says so, percent-encoded; null when there is none
 */
record Said(String text, @Nullable String url) {

    /** What an endorsement that stands says. */
    static Said by(Endorsements.Standing one, BaseUrl base, Wording words) {
        String key =
                switch (one.purpose()) {
                    case SCREENING -> "share.endorsedScreening";
                    case PUBLICATION -> "share.endorsedPublication";
                    case ENDORSEMENT -> "share.endorsedOther";
                };
        return new Said(words.text(key), SharePage.encoded(base.endorsement(one.id())));
    }
}

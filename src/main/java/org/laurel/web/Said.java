package org.laurel.web;

import java.util.List;
import java.util.stream.Stream;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.PlainName;
import org.laurel.verifying.report.Wording;

/**
 * Something that is said today of an organisation or a micro-credential.
 *
 * @param text in words
 * @param url of the signed credential that says so, percent-encoded
 */
record Said(String text, String url) {

    /** What endorsements say that stand; what counts for something says so in words of its own. */
    static Stream<Said> by(List<Endorsements.Standing> standing, BaseUrl base, Wording words) {
        return standing.stream()
                .filter(one -> one.purpose() != Endorsement.Purpose.RECOGNITION)
                .map(one -> by(one, base, words));
    }

    private static Said by(Endorsements.Standing one, BaseUrl base, Wording words) {
        String text =
                switch (one.purpose()) {
                    case SCREENING -> words.text("share.endorsedScreening");
                    case PUBLICATION -> words.text("share.endorsedPublication");
                    case ENDORSEMENT, RECOGNITION -> words.text("share.endorsedOther", PlainName.of(one.name()));
                };
        return new Said(text, SharePage.encoded(base.endorsement(one.id())));
    }
}

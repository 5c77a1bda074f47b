package org.laurel.issuing.achievement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Image;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.TemplateAchievement;

/**
 * A micro-credential drafted on the template: the Open Badges achievement follows from it.
 *
 * @param template what its authors filled so far
 * @param directAward whether it may be awarded without evidence handed in here; false when not said
 * @param humanCode a code for people
 * @param inLanguage its language
 * @param image its picture
 * @param version its version
 */
record TemplateRequest(
        MicroCredentialTemplate template,
        @Nullable Boolean directAward,
        @Nullable String humanCode,
        @Nullable String inLanguage,
        @Nullable Image image,
        @Nullable String version) {

    /** Checks that an achievement follows from it. */
    TemplateRequest {
        TemplateAchievement.of(
                template,
                new TemplateAchievement.Frame(
                        "urn:laurel:checked", "urn:laurel:checked", humanCode, inLanguage, image, version, List.of()));
    }
}

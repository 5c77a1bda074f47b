package org.laurel.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.laurel.verifying.report.Wording;

/** Pages that say why something did not happen, and what can be done instead. */
@Singleton
public class ToldPages {
    private final Template template;

    ToldPages(@Location("web/told.html") Template template) {
        this.template = template;
    }

    /**
     * Such a page.
     *
     * @param what its entries in the bundle: {@code told.what.title}, {@code .lead} and {@code .advice}
     */
    public TemplateInstance of(String what, Wording words) {
        return template.data("told", words.texts("told." + what + "."));
    }
}

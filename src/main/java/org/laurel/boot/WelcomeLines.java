package org.laurel.boot;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is worth saying once the service answers. Found through CDI. */
public interface WelcomeLines {

    /** Lines of text with links. */
    Uni<List<String>> lines();
}

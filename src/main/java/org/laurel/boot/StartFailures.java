package org.laurel.boot;

/** Finds the sentence that an operator can act on in a chain of causes. */
final class StartFailures {

    private StartFailures() {}

    static String sentence(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof StartException)) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }
}

package org.laurel.web.console;

/**
 * A link that lets somebody in, as the page shows it.
 *
 * @param way what using it does
 * @param role the word for the role that it gives; empty when it gives none
 * @param may what that role does
 * @param place the organisation where it counts; empty for the programme
 * @param address whom it was made for
 * @param person who gets the role or the new password; empty when that is somebody new
 * @param until when it ends
 */
public record ShownLink(Way way, String role, String may, String place, String address, String person, String until) {

    /** What using a link does. */
    public enum Way {
        /** Makes a new account. */
        BEGIN,
        /** Gives a role to the account that has proven the address. */
        GIVE,
        /** Gives a role to whoever is signed in, and proves one more address to be theirs. */
        PROVE,
        /** Sets a new password. */
        RECOVER
    }

    /** Whether nothing is left to be entered. */
    public boolean isAccepted() {
        return way == Way.GIVE || way == Way.PROVE;
    }

    /** Whether it is a link to a new password. */
    public boolean isRecovery() {
        return way == Way.RECOVER;
    }

    /** Whether it makes an account. */
    public boolean isNew() {
        return way == Way.BEGIN;
    }

    /** Whether it adds an address. */
    public boolean isProving() {
        return way == Way.PROVE;
    }
}

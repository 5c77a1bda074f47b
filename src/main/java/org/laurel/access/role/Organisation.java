package org.laurel.access.role;

/**
 * Where a role counts: an organisation, of which nothing else is known here.
 *
 * @param number its short number; 0 for the programme
 * @param id its public id
 */
public record Organisation(int number, String id) {
    /** The programme itself. */
    public static final Organisation PROGRAMME = new Organisation(0, "programme");

    /** Which roles there are in it. */
    public Role.Realm realm() {
        return number == PROGRAMME.number ? Role.Realm.PROGRAMME : Role.Realm.ISSUER;
    }
}

package org.laurel.issuing.assessment;

/** What keeps evidence out of an assessor's queue, as conditions of a statement on {@code assessment a}. */
final class QueueRule {
    /** A micro-credential that has training items shows its evidence to who was admitted, has taken it, or decides between two. */
    private static final String ADMITTED = " and (not exists (select 1 from calibration_item t"
            + " where t.issuer_no = a.issuer_no and t.achievement_no = a.achievement_no and t.kind = 'training'"
            + " and t.state = 'active') or exists (select 1 from assessor_admission d where d.issuer_no = a.issuer_no"
            + " and d.achievement_no = a.achievement_no and d.account_no = $7) or exists (select 1 from assessment_seat m"
            + " where m.issuer_no = a.issuer_no and m.assessment_no = a.id and m.account_no = $7)"
            + " or exists (select 1 from membership m where m.account_no = $7 and m.organisation = a.issuer_no"
            + " and m.role = 'adjudicator'))";

    /** Nobody gets a planted item that they made, nor a copy of one that they scored before. */
    private static final String NEW_TO_THEM =
            " and (a.planted_item is null or not exists (select 1 from calibration_item c"
                    + " where c.issuer_no = a.issuer_no and c.id = a.planted_item and c.account_no = $7) and not exists (select 1"
                    + " from calibration_score k where k.issuer_no = a.issuer_no and k.item_no = a.planted_item"
                    + " and k.account_no = $7 and k.assessment_no <> a.id))";

    /** Nobody judges an appeal against what they themselves decided. */
    private static final String NOT_THEIRS = " and (not a.appeal or not exists (select 1 from assessment b"
            + " join assessment_seat m on m.issuer_no = b.issuer_no and m.assessment_no = b.id"
            + " where b.issuer_no = a.issuer_no and b.submission_no = a.submission_no and not b.appeal"
            + " and m.account_no = $7 and m.scored_at is not null))";

    /** One's own work, and what one declared that one knows, is for somebody else. */
    private static final String NOT_KNOWN =
            " and not exists (select 1 from submission s where s.issuer_no = a.issuer_no"
                    + " and s.id = a.submission_no and s.account_no = $7) and not exists (select 1 from assessment_recusal r"
                    + " where r.issuer_no = a.issuer_no and r.assessment_no = a.id and r.account_no = $7)";

    private QueueRule() {}

    /**
     * All of it.
     *
     * @param account the parameter that holds the number of the account: {@code $7}
     */
    static String mayScore(String account) {
        return (NOT_KNOWN + ADMITTED + NEW_TO_THEM + NOT_THEIRS).replace("$7", account);
    }
}

package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.sealing.Person;

/** Letters to applicants: what was decided, and what screeners wrote. A decision that stands no more is not told. */
@ApplicationScoped
class ApplicationLetters implements LetterSource {
    private static final String KIND = "application.";
    private static final String MESSAGE = "application.message";

    private final Applications applications;
    private final Accounts accounts;
    private final BaseUrl base;

    ApplicationLetters(Applications applications, Accounts accounts, BaseUrl base) {
        this.applications = applications;
        this.accounts = accounts;
        this.base = base;
    }

    /** The one about a decision. */
    static Letter about(Application application, ApplicationState state) {
        return Letter.about(0, KIND + state, application.id()).to(new Person(0, application.number()));
    }

    /** The one about words of a screener. */
    static Letter message(Application application) {
        return Letter.about(0, MESSAGE, application.id()).to(new Person(0, application.number()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                KIND + ApplicationState.ACCEPTED,
                KIND + ApplicationState.DECLINED,
                KIND + ApplicationState.CHANGES_REQUESTED,
                MESSAGE);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return applications.find(letter.subject()).map(Optional::orElseThrow).chain(application -> words(
                        letter, application)
                .chain(words -> words.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : accounts.find(application.account()).map(account -> text(account, application, words))));
    }

    /** What is passed on; nothing when there is nothing to be told any more. */
    private Uni<List<String>> words(Letter letter, Application application) {
        if (letter.kind().equals(MESSAGE)) {
            return applications.messages(application).map(ApplicationLetters::unanswered);
        }
        Application.Decision decision = application.decision();
        return Uni.createFrom()
                .item(
                        decision == null || !letter.kind().equals(KIND + application.state())
                                ? List.of()
                                : List.of(decision.reasons()));
    }

    /** What screeners wrote since the applicant did. */
    private static List<String> unanswered(List<Application.Message> thread) {
        int from = thread.size();
        while (from > 0 && thread.get(from - 1).byScreener()) {
            from--;
        }
        return thread.subList(from, thread.size()).stream()
                .map(Application.Message::text)
                .toList();
    }

    private Optional<LetterText> text(Optional<Account> account, Application application, List<String> words) {
        return account.flatMap(Account::address)
                .map(address -> LetterText.of(address, Map.of("name", name(application)), base.text() + "/console")
                        .quoting(words));
    }

    private static String name(Application application) {
        var organisation = application.content().organisation();
        String name = organisation == null ? null : organisation.name();
        return name == null ? application.id() : name;
    }
}

package org.laurel.issuing.achievement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Related;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.TemplateAchievement;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.json.RecordReader;

/** What a micro-credential is to be, however it was written: as an Open Badges achievement, or on the template. */
public interface WantedAchievement {

    /** Reads a request: with a member {@code template} it is one on the template. */
    static WantedAchievement read(byte[] body) {
        JsonNode tree = RecordReader.tree(body);
        return tree.has("template")
                ? OnTemplate.of(RecordReader.bind(tree, TemplateRequest.class).orThrow())
                : RecordReader.bind(tree, AchievementRequest.class).orThrow();
    }

    /** The achievement at this address, linked to these. */
    Achievement achievement(String id, List<Related> related);

    /** Whether it may be awarded without evidence handed in here. */
    boolean allowsDirectAward();

    /** What was filled into the template; null when it was not drafted on it. */
    AchievementDefinition.@Nullable Drafted drafted();

    /** Public ids of micro-credentials that are earned first. */
    List<String> stack();

    /** On the template. */
    record OnTemplate(TemplateRequest request, AchievementDefinition.Drafted drafted) implements WantedAchievement {

        static OnTemplate of(TemplateRequest request) {
            return new OnTemplate(
                    request,
                    new AchievementDefinition.Drafted(
                            MicroCredentialTemplate.EDITION, JsonColumns.write(request.template()), 0));
        }

        @Override
        public Achievement achievement(String id, List<Related> related) {
            return TemplateAchievement.of(
                    request.template(),
                    new TemplateAchievement.Frame(
                            id,
                            id + "/templates/" + drafted.digest(),
                            request.humanCode(),
                            request.inLanguage(),
                            request.image(),
                            request.version(),
                            related));
        }

        @Override
        public boolean allowsDirectAward() {
            return Boolean.TRUE.equals(request.directAward());
        }

        @Override
        public List<String> stack() {
            return request.template().stack();
        }
    }
}

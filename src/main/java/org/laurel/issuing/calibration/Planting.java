package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.laurel.issuing.achievement.AchievementDefinition;

/** Puts copies of planted items into the queue of their organisation. */
public interface Planting {

    /**
     * Plants one now; a 409 problem says why not: it is retired or for training, a copy of it waits already, or nobody is
     * left who has not scored it.
     */
    Uni<Void> plant(CalibrationItem item, AchievementDefinition achievement, String by);

    /** The micro-credentials that have planted items in use, by public id. */
    Uni<List<String>> achievements();

    /**
     * Plants the next item when it is time: when as many submissions have come since the last as are to come on one planted
     * item, give or take half.
     *
     * @param share how many planted items come on a hundred submissions
     */
    Uni<Void> plantNext(AchievementDefinition achievement, int share);
}

package org.aimass.api;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import org.aimass.shared.Refusal;
import org.aimass.web.Problem;
import org.aimass.web.Wording;

/** Says everything that stands against a request at once, each at its field. */
public final class Refused {

    private Refused() {}

    /** @throws WebApplicationException with all of them, unless there are none */
    public static void unlessNone(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        Locale locale = CDI.current().select(HttpServletRequest.class).get().getLocale();
        List<Problem.Fault> faults = refusals.stream()
                .map(refusal -> Problem.Fault.at(refusal.field().orElse(""), Wording.text(refusal, locale)))
                .toList();
        unlessNone(refusals.get(0).kind().status(), faults);
    }

    /** @throws WebApplicationException with all of them, unless there are none */
    public static void unlessNone(int status, List<Problem.Fault> faults) {
        if (!faults.isEmpty()) {
            throw new WebApplicationException(new Problem(status, faults.get(0).detail(), faults).response());
        }
    }
}

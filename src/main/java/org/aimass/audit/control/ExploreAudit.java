package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Exploration;
import org.aimass.audit.entity.OtherThreshold;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** What completed runs let people explore beside their verdicts. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class ExploreAudit {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditResults results;

    /**
     * The tests of one feature set, and the subgroups of all features that fare worst.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     * @throws Refusal NOT_FOUND when there is no such run, it is another organization's, or it is not completed
     */
    public Exploration of(UUID runId, int place) {
        CompletedAudit audit = results.of(runId, place);
        ResultReader reader = new ResultReader(em.unwrap(Connection.class), runId);
        try {
            return new Exploration(reader.tests(audit.plan().setAt(place)), reader.slices());
        } catch (SQLException e) {
            throw new IllegalStateException("what run " + audit.number() + " explored could not be read", e);
        }
    }

    /**
     * What another threshold would have meant for the groups of one feature set; empty where no scores of the comparison group were kept.
     *
     * @param place of the feature set in the plan, from 0; where the plan has none there, of the first
     * @param edge the threshold in hundredths, from 0 to 100
     * @throws Refusal NOT_FOUND when there is no such run, it is another organization's, or it is not completed
     */
    public Optional<OtherThreshold> at(UUID runId, int place, int edge) {
        CompletedAudit audit = results.of(runId, place);
        int set = audit.plan().setAt(place);
        try {
            List<GroupScores> scores = new ResultReader(em.unwrap(Connection.class), runId).scores(set);
            return OtherThreshold.of(audit, audit.plan().featureSets().get(set), scores, edge);
        } catch (SQLException e) {
            throw new IllegalStateException("the scores of run " + audit.number() + " could not be read", e);
        }
    }
}

package org.aimass.dataset.control;

import java.util.UUID;
import org.aimass.security.Person;

/**
 * The engine has read a dataset version's file. Fired in the transaction that writes it down.
 *
 * @param submitter who is waiting for it
 * @param ready whether its roles can be chosen; otherwise it was refused
 */
public record DatasetProfiled(UUID datasetVersionId, UUID organizationId, Person submitter, boolean ready) {}

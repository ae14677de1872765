package org.aimass.registry.control;

import java.util.UUID;
import org.aimass.security.Person;

/**
 * The engine has looked into a model version's file. Fired in the transaction that writes it down.
 *
 * @param submitter who is waiting for it
 * @param ready whether it can be audited; otherwise it was refused
 */
public record ModelInspected(UUID modelVersionId, UUID organizationId, Person submitter, boolean ready) {}

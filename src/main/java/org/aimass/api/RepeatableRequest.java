package org.aimass.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Names a request by its Idempotency-Key and by what it asks for. */
@RequestScoped
public class RepeatableRequest {

    private UUID id = UUID.randomUUID();

    void named(UUID newId) {
        id = newId;
    }

    /**
     * The same for the same request of the same person however often it is sent. The controls take it for the id of the submission, so
     * that even a request that was cut off between its effect and its answer has one effect when it is sent again.
     */
    public UUID id() {
        return id;
    }
}

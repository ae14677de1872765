package org.aimass.background;

import java.util.function.Consumer;

/** A task that tells what it was given, and then takes its time. */
record Waiting(Consumer<String> given, long millis) implements BackgroundTask {

    static final String NAME = "test.waiting";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) throws InterruptedException {
        given.accept(data);
        Thread.sleep(millis);
    }
}

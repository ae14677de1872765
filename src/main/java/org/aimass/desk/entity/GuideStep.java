package org.aimass.desk.entity;

import java.util.List;

/** A step through a first audit, in its order, and the demo account that takes it. */
public enum GuideStep {
    START("amara.okafor"),
    WATCH("amara.okafor"),
    JUDGE("amara.okafor"),
    APPROVE("tomas.lind"),
    PUBLISH("tomas.lind"),
    READ("lin.ma");

    private final String account;

    GuideStep(String account) {
        this.account = account;
    }

    public String account() {
        return account;
    }

    /** Its place, from 1. */
    public int number() {
        return List.of(values()).indexOf(this) + 1;
    }
}

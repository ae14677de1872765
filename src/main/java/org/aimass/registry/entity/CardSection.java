package org.aimass.registry.entity;

/** What a model card tells, after Mitchell et al., Model Cards for Model Reporting (FAT* 2019), section 4. */
public enum CardSection {
    DETAILS,
    INTENDED_USE,
    FACTORS,
    METRICS,
    EVALUATION_DATA,
    TRAINING_DATA,
    ETHICS,
    CAVEATS
}

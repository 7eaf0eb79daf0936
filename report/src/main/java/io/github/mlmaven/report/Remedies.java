package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.Finding;

/**
 * What to do about the findings of a model, for readers that know nothing of locks.
 *
 * @param accept what accepts the model
 */
public record Remedies(AcceptCommand accept) {

    /** For the only model of a project. */
    public static final Remedies ONLY = new Remedies(AcceptCommand.ONLY);

    /** A sentence without its full stop. */
    public String of(Finding finding) {
        return FindingText.remedy(finding, accept);
    }
}

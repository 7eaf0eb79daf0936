package io.github.mlmaven.spec;

/** That what callers of the last release rely on is kept, or the project's version says that it is not. */
public record ContractSpec(
        @Doc("Whether a change that the project's version does not admit fails ml:check.") @Default("error")
        Severity severity) {}

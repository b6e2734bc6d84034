import { readEditedPlan } from '#app/handlers/read-edited-plan.ts';
import { readNewComment } from '#app/handlers/read-new-comment.ts';
import { defineHandler } from '#app/delivery.ts';
import { IssueCommentPayload } from '#app/payload/issue-comment.ts';
import { isAutomation } from '#app/payload/origin.ts';

/**
 * Comments on issues and pull requests. New ones carry commands and answers; of edited ones only MGE's own plan comment
 * counts (its boxes); deleted ones never do.
 */
export const handleIssueComment = defineHandler(
  'issue_comment',
  IssueCommentPayload,
  async (payload, delivery, app) => {
    const { action, sender } = payload;
    if (app.isOwnApp(sender) || isAutomation(sender)) return [];
    if (action === 'created') return readNewComment(payload, delivery, app);
    if (action === 'edited') return readEditedPlan(payload, delivery, app);
    return [];
  },
);

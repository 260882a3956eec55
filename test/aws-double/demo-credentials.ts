import { demoUser } from "./demo-world";

/** The key of demo-user, as a credentials file has it. */
export const demoCredentials = `[demo-user]
aws_access_key_id = ${demoUser.accessKeyId}
aws_secret_access_key = ${demoUser.secretAccessKey}
`;

import { identityApi } from '../../shared/identity/identity.api.ts';
import { api } from '../_kit/api.ts';
import * as ApiKeys from './api-keys.service.ts';
import * as ClientUsers from './client-users.service.ts';
import * as Confirming from './confirming.service.ts';
import * as Invitations from './invitations.service.ts';
import * as Joining from './joining.service.ts';
import { brand } from './msp-record.service.ts';
import * as Msps from './msps.service.ts';
import * as Passwords from './passwords.service.ts';
import * as Profile from './profile.service.ts';
import { current } from './session-info.service.ts';
import * as Sessions from './sessions.service.ts';
import * as SignIn from './sign-in.service.ts';
import * as Staff from './staff.service.ts';
import * as Totp from './totp-enrolment.service.ts';

export const handler = api(
  identityApi,
  {
    signUp: Msps.signUp,
    brand,
    msp: Msps.get,
    editMsp: Msps.edit,

    signIn: SignIn.signIn,
    signOut: Sessions.signOut,
    session: current,
    giveSecondFactor: SignIn.giveSecondFactor,
    touchSession: Sessions.touch,
    switchMembership: SignIn.switchMembership,
    stepUp: SignIn.stepUp,

    forgotPassword: Passwords.forgot,
    resetPassword: Passwords.reset,
    changePassword: Passwords.changeOwn,

    confirmAddress: Confirming.confirm,
    sendConfirmation: Confirming.sendAgain,

    profile: Profile.get,
    editProfile: Profile.edit,
    startTotp: Totp.start,
    confirmTotp: Totp.confirm,
    disableTotp: Totp.disable,
    renewRecoveryCodes: Totp.renewRecoveryCodes,
    ownSessions: Profile.listSessions,
    endOwnSession: Profile.endSession,
    endOtherSessions: Profile.endOtherSessions,

    lookAtInvitation: Joining.look,
    askInvitationAgain: Joining.askAgain,
    acceptInvitation: Joining.accept,
    joinByInvitation: Joining.join,

    listStaff: Staff.list,
    getStaff: Staff.get,
    editStaff: Staff.edit,
    deactivateStaff: Staff.deactivate,
    reactivateStaff: Staff.reactivate,
    endStaffSessions: Staff.endSessions,
    inviteStaff: Invitations.inviteStaff,
    listStaffInvitations: Invitations.list,
    resendStaffInvitation: Invitations.resend,
    revokeStaffInvitation: Invitations.revoke,

    listKeys: ApiKeys.list,
    createKey: ApiKeys.create,
    renewKey: ApiKeys.renew,
    revokeKey: ApiKeys.revoke,

    listClientUsers: ClientUsers.list,
    editClientUser: ClientUsers.edit,
    deactivateClientUser: ClientUsers.deactivate,
    reactivateClientUser: ClientUsers.reactivate,
    endClientUserSessions: ClientUsers.endSessions,
    inviteClientUser: Invitations.inviteClientUser,
    listClientInvitations: Invitations.list,
    resendClientInvitation: Invitations.resend,
    revokeClientInvitation: Invitations.revoke,
  },
  { access: 'identity' },
);
